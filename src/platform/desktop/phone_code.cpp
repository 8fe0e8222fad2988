#include "platform/desktop/phone_code.h"

#include <qrcodegen.hpp>

namespace advisor::platform {

app::Code phone_code(const std::string& address) {
  app::Code code;
  try {
    const auto qr = qrcodegen::QrCode::encodeText(address.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    code.size = qr.getSize();
    for (int y = 0; y < code.size; ++y)
      for (int x = 0; x < code.size; ++x) code.dark.push_back(qr.getModule(x, y));
  } catch (const qrcodegen::data_too_long&) {
    // The library says by this that the address is too long; it is then opened or read aloud
    // without a code.
  }
  return code;
}

}  // namespace advisor::platform

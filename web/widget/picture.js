// The marked figure on a sheet of paper, drawn by the module, as a PNG: for saving and printing.

/**
 * @param {import('./engine.js').Engine} engine
 * @returns {Promise<Blob>} rejects where nothing can be drawn
 */
export async function takePicture(engine) {
  const { width, height, pixels } = engine.picture();
  const canvas = new OffscreenCanvas(width, height);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  brush.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

// A screen that nobody sees: both engines draw with WebGL2 only where there is a display.

import { spawn, spawnSync } from 'node:child_process';

export class Display {
  #server;

  static async open() {
    const display = new Display();
    display.#server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const number = await new Promise((said, failed) => {
      display.#server.once('error', failed);
      display.#server.once('exit', () => failed(new Error('Xvfb ended')));
      display.#server.stdio[3].once('data', said);
    });
    display.environment = {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    delete display.environment.WAYLAND_DISPLAY;
    return display;
  }

  /**
   * Gives the keyboard to a window and to the page in it, as a visitor's click does: without it a
   * page believes that nobody looks at it.
   */
  focus(name) {
    const done = spawnSync(
      'xdotool',
      [
        'search',
        '--sync',
        '--onlyvisible',
        '--class',
        name,
        'windowfocus',
        'mousemove',
        '200',
        '500',
        'click',
        '1',
        'mousemove',
        '1599',
        '1199',
      ],
      { env: this.environment, encoding: 'utf8', timeout: 30_000 },
    );
    if (done.status !== 0)
      throw new Error(`xdotool could not focus ${name}: ${done.error ?? done.stderr}`);
  }

  close() {
    this.#server.kill();
  }
}

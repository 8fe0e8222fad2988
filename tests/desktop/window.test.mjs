// The real window and the real keys of a display, by xdotool.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { program } from '../fixtures/native.mjs';

// Starts the program, waits for its window, does `steps` (shell, with $pid and $window), and says
// how it ended.
function use(options, steps) {
  const script = `
    "$@" & pid=$!
    window=$(timeout 30 xdotool search --sync --onlyvisible --class recovery-advisor | tail -n 1)
    xdotool windowfocus "$window"
    ended() { for _ in $(seq 100); do kill -0 $pid 2>/dev/null || return 0; sleep 0.1; done; return 1; }
    used() { awk '{ print $14 + $15 }' /proc/$pid/stat; }
    ${steps}
    ended || { echo "it never ended"; kill -9 $pid; }
    wait $pid; echo "exit $?"`;
  const done = spawnSync(
    'xvfb-run',
    [
      '-a',
      '-s',
      '-screen 0 1280x800x24',
      'bash',
      '-c',
      script,
      'use',
      program('recovery-advisor'),
      ...options,
    ],
    { encoding: 'utf8', timeout: 120000, env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' } },
  );
  return done.stdout.trim().split('\n');
}

for (const [lang, title] of [
  ['fr', 'Conseiller de récupération'],
  ['en', 'Recovery advisor'],
])
  test(`The window has its title in "${lang}", and Ctrl+Q closes it`, () => {
    const lines = use(['--lang', lang], 'xdotool getwindowname "$window"; xdotool key ctrl+q');
    assert.deepEqual(lines, [title, 'exit 0']);
  });

test('A kiosk fills the screen; Ctrl+Q, Escape and Alt+F4 do not end it, its chord does', () => {
  const lines = use(
    ['--kiosk'],
    `
    xdotool getwindowgeometry "$window" | grep -o 'Geometry.*'
    xdotool key space ctrl+q Escape alt+F4
    sleep 1; kill -0 $pid && echo 'still there'
    xdotool key ctrl+alt+shift+q`,
  );
  assert.deepEqual(lines, ['Geometry: 1280x800', 'still there', 'exit 0']);
});

test('A window at rest uses no time at all', () => {
  const [before, after] = use(
    [],
    `
    before=x; for _ in $(seq 60); do now=$(used); [ "$now" = "$before" ] && break; before=$now; sleep 1; done
    used; sleep 3; used; xdotool key ctrl+q`,
  ).map(Number);
  assert.ok(after - before <= 1, `${after - before} hundredths of a second in three seconds`);
});

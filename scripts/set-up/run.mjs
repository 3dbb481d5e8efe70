import { spawn, spawnSync } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * Runs a program to its end, its output going where `output` says (`inherit`, or `quiet`: kept, and shown if it fails).
 * Answers its exit code.
 */
export function run(program, args, { output = 'inherit', env = process.env, cwd = root, timeoutMs } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    env,
    timeout: timeoutMs,
    shell: process.platform === 'win32' && program === 'npm',
    stdio: output === 'quiet' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status !== 0 && output === 'quiet') process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.status ?? 1
}

/** Runs a program and answers what it wrote, or nothing if it failed or is not there. */
export function ask(program, args, { cwd = root, env = process.env, timeoutMs } = {}) {
  const shell = process.platform === 'win32' && program === 'npm'
  const result = spawnSync(program, args, {
    cwd,
    env,
    shell,
    timeout: timeoutMs,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return result.status === 0 ? result.stdout : undefined
}

/** Starts a program that lives on; its end takes this process along, and the other way round. */
export function live(program, args, { env = process.env, stdio = 'inherit' } = {}) {
  const child = spawn(program, args, { cwd: root, env, stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${program} could not be started: ${error.message}\n`)
    process.exit(1)
  })
  return child
}

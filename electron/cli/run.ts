import { lineCommands } from './index.ts'
import { alignColumns, Misuse, printJson, Unusable } from './command-line.ts'
import type { Arguments, LineCommand, Surroundings } from './command-line.ts'

/**
 * Runs one command line and returns its exit code: 0 done, 1 the answer is "no" (a check failed), 2 misuse or a file that
 * cannot be used, with one sentence on standard error.
 */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    surroundings.write(helpText())
    return name === undefined ? 2 : 0
  }
  const asJson = rest.includes('--json')
  try {
    const command = lineCommands.find((candidate) => candidate.name === name)
    if (!command) throw new Misuse(`There is no command "${name}". Known are: ${namesOf(lineCommands)}.`)
    return await command.run(readArguments(command, rest), surroundings)
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Unusable || isFileError(error))) throw error
    const sentence = isFileError(error) ? fileSentence(error) : error.message
    if (asJson)
      printJson(surroundings, { ok: false, problems: error instanceof Unusable ? error.problems : [{ sentence }] })
    surroundings.complain(sentence)
    return 2
  }
}

function readArguments(command: LineCommand, words: readonly string[]): Arguments {
  const positionals: string[] = []
  const options: Record<string, string> = {}
  let json = false
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const flag = word === '-o' ? 'output' : word.startsWith('--') ? word.slice(2) : undefined
    if (flag === undefined) {
      positionals.push(word)
    } else if (flag === 'json') {
      json = true
    } else {
      const [option = '', inline] = flag.split(/=(.*)/s)
      if (!command.options.includes(option)) {
        throw new Misuse(`"${command.name}" has no option "${word}". Its form is: lintel ${command.usage}`)
      }
      const value = inline ?? words[(index += 1)]
      if (value === undefined) throw new Misuse(`The option "${word}" needs a value: lintel ${command.usage}`)
      options[option] = value
    }
  }
  return { positionals, options, json }
}

function helpText(): string {
  const rows = lineCommands.map((command) => [`  ${command.usage}`, command.summary])
  return `Lintel on the command line: the same engines as in the studio, without a window.\n\n${alignColumns(rows)}\nEvery command takes --json. "-" stands for standard input or output.\n`
}

function namesOf(commands: readonly LineCommand[]): string {
  return commands.map((command) => command.name).join(', ')
}

interface FileError extends Error {
  readonly code: string
  readonly path?: string
}

function isFileError(error: unknown): error is FileError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}

function fileSentence(error: FileError): string {
  const path = error.path ?? 'The file'
  switch (error.code) {
    case 'ENOENT':
      return `${path} does not exist. Check the path.`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be opened. Check its permissions.`
    case 'ENOTDIR':
      return `${path} leads through something that is no folder. Check the path, and name a file in a folder.`
    case 'EISDIR':
      return `${path} is a folder. Name a file in it.`
    default:
      return `${path} cannot be read or written (${error.code}).`
  }
}

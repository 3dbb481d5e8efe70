import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

test('files are told from switches and from the folder of the program', () => {
  const read = readArguments(['electron', '--inspect=0', '/program', '--no-sandbox', 'rag.lintel.json'], '/home/ada')
  expect(read).toEqual({
    commandLine: undefined,
    files: [resolve('/home/ada/rag.lintel.json')],
    userDataFolder: undefined,
  })
})

test('a file of another tool opens at the start too', () => {
  const given = ['lintel', 'Payments.otm', 'shop.yaml', 'dragon.json', 'notes.txt']
  expect(readArguments(given, '/home/ada').files).toEqual(
    ['Payments.otm', 'shop.yaml', 'dragon.json'].map((name) => resolve('/home/ada', name)),
  )
})

test('everything after --cli goes to the command line, file names included', () => {
  const read = readArguments(['lintel', '--no-sandbox', '--cli', 'check', 'a.lintel.json', '--format', 'json'], '/')
  expect(read.commandLine).toEqual(['check', 'a.lintel.json', '--format', 'json'])
  expect(read.files).toEqual([])
})

test('the folder of the user data can be given', () => {
  expect(readArguments(['lintel', '--user-data-dir=data'], '/home/ada').userDataFolder).toBe(resolve('/home/ada/data'))
  expect(readArguments(['lintel', '--user-data-dir='], '/home/ada').userDataFolder).toBeUndefined()
})

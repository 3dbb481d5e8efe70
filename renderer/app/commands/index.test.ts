import { describe, expect, it } from 'vitest'
import { commands } from '../../../shared/commands.ts'
import { handlers } from './index.ts'

describe('commands', () => {
  it.each(commands.map((command) => command.id))('%s has a handler', (id) => {
    expect(handlers[id]?.run).toBeTypeOf('function')
  })

  it.each(commands.filter((command) => 'toggles' in command).map((command) => command.id))(
    '%s says whether it is on',
    (id) => {
      expect(handlers[id]?.checked).toBeTypeOf('function')
    },
  )
})

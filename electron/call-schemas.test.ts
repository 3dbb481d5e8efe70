import { expect, test } from 'vitest'
import { callNames } from '../shared/ipc.ts'
import { callSchemas } from './call-schemas.ts'

test('every call has a schema', () => {
  expect(Object.keys(callSchemas).toSorted()).toEqual(callNames.toSorted())
})

test.each([
  ['saveDesign', [{ handle: 'h', text: 't' }]],
  [
    'saveExport',
    [
      {
        suggestedName: 'deck.pptx',
        filters: [{ name: 'PowerPoint', extensions: ['pptx'] }],
        content: new Uint8Array([1]),
      },
    ],
  ],
  ['setMenuState', [{ disabled: ['edit.undo'], checked: [] }]],
  ['setMenuState', [{ disabled: [], checked: [], shortcuts: [{ id: 'go.palette', keys: 'F1' }, { id: 'edit.redo' }] }]],
  ['listBackups', [{}]],
] as const)('%s takes what it should', (name, sent) => {
  expect(callSchemas[name].safeParse(sent).success).toBe(true)
})

test.each([
  ['saveDesign', [{ handle: 'h' }]],
  ['saveDesign', [{ handle: 'h', text: 't', path: '/etc/passwd' }]],
  ['saveDesignAs', [{ suggestedName: '../../.bashrc', text: 't' }]],
  ['saveExportFolder', [{ title: 't', files: [{ name: '../x', content: '' }] }]],
  ['setMenuState', [{ disabled: ['file.format-disk'], checked: [] }]],
  ['setMenuState', [{ disabled: [], checked: [], shortcuts: [{ id: 'go.palette', keys: 'Ctrl Alt Dead' }] }]],
  ['editText', ['replaceMisspelling']],
  ['setTheme', ['pink']],
  ['pageReady', ['more']],
  ['answerClose', []],
] as const)('%s refuses %j', (name, sent) => {
  expect(callSchemas[name].safeParse(sent).success).toBe(false)
})

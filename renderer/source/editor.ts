/** The editor with what a JSON document needs, and nothing else. Loaded when somebody opens the text. */
import * as monaco from 'monaco-editor/editor/editor.api.js'
import 'monaco-editor/editor/contrib/bracketMatching/browser/bracketMatching.js'
import 'monaco-editor/editor/contrib/clipboard/browser/clipboard.js'
import 'monaco-editor/editor/contrib/comment/browser/comment.js'
import 'monaco-editor/editor/contrib/find/browser/findController.js'
import 'monaco-editor/editor/contrib/folding/browser/folding.js'
import 'monaco-editor/editor/contrib/hover/browser/hoverContribution.js'
import 'monaco-editor/editor/contrib/linesOperations/browser/linesOperations.js'
import 'monaco-editor/editor/contrib/multicursor/browser/multicursor.js'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import 'monaco-editor/editor/contrib/wordOperations/browser/wordOperations.js'
import { jsonDefaults } from 'monaco-editor/language/json/monaco.contribution.js'
// Vite's `?worker` gives the file a default export that the file itself does not have.
// oxlint-disable-next-line import/default
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'
// oxlint-disable-next-line import/default
import JsonWorker from 'monaco-editor/language/json/json.worker.js?worker'
import { withOfferedWords } from './offered-words.ts'

/** The JSON Schemas of the files that are edited as text, each made from the same source as its reader. */
const schemas = import.meta.glob<unknown>('../../resources/schema/lintel-*.schema.json', {
  eager: true,
  import: 'default',
})

/** Matches `lintel:/design.json` for `lintel-design-1.schema.json`. */
function fileOf(path: string): string {
  return `**/${/lintel-([a-z]+)-\d/.exec(path)?.[1] ?? '*'}.json`
}

self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
}

jsonDefaults.setDiagnosticsOptions({
  validate: true,
  // The studio's own reader says what is wrong with the meaning; the schema offers words and values.
  schemaValidation: 'warning',
  schemas: Object.entries(schemas).map(([path, schema]) => ({
    uri: path,
    fileMatch: [fileOf(path)],
    schema: withOfferedWords(schema),
  })),
})

export { monaco }

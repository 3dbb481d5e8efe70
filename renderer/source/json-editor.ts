import type { Problem } from '../../shared/design/problem.ts'
import { monaco } from './editor.ts'
import { applyTheme } from './editor-theme.ts'

export type JsonEditor = monaco.editor.IStandaloneCodeEditor

/** The files that are edited as text; each has a schema in `editor.ts`. */
type JsonFile = 'design' | 'standards'

/** An editor of one file in the look of the studio. Whoever makes it ends it: `endEditor`. */
export function createJsonEditor(
  element: HTMLElement,
  file: JsonFile,
  text: string,
  options: monaco.editor.IEditorOptions,
): JsonEditor {
  const model = monaco.editor.createModel(text, 'json', monaco.Uri.parse(`lintel:/${file}.json`))
  return monaco.editor.create(element, {
    model,
    theme: applyTheme(),
    automaticLayout: true,
    // A text area is known as a place for text by all who listen to keys; the canvas would take the space bar from another.
    editContext: false,
    fontFamily: "'JetBrains Mono Variable', monospace",
    fontSize: 12,
    lineHeight: 18,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    padding: { top: 8, bottom: 8 },
    wordWrap: 'off',
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    tabSize: 2,
    ...options,
  })
}

export function endEditor(editor: JsonEditor): void {
  const model = editor.getModel()
  editor.dispose()
  model?.dispose()
}

/** Another text in place of all that stands there, as one step that the editor's own undo takes back. */
export function replaceText(editor: JsonEditor, text: string): void {
  const model = editor.getModel()
  model?.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
}

/** Underlines every line that something is wrong with. */
export function markProblems(editor: JsonEditor, problems: readonly Problem[]): void {
  const model = editor.getModel()
  if (model === null) return
  const markers = problems.map((problem) => markerOf(problem, model))
  monaco.editor.setModelMarkers(model, 'lintel', markers)
}

function markerOf(problem: Problem, model: monaco.editor.ITextModel): monaco.editor.IMarkerData {
  const line = Math.min(Math.max(problem.line ?? 1, 1), model.getLineCount())
  return {
    severity: problem.level === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: problem.sentence,
    startLineNumber: line,
    endLineNumber: line,
    startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
    endColumn: model.getLineMaxColumn(line),
  }
}

/** The caret on the line of a problem, in sight. */
export function goToProblem(editor: JsonEditor | undefined, problem: Problem): void {
  if (editor === undefined) return
  const line = problem.line ?? 1
  editor.revealLineInCenter(line)
  editor.setPosition({ lineNumber: line, column: 1 })
  editor.focus()
}

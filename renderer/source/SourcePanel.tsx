import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Design } from '../../shared/design/design.ts'
import { printDesign } from '../store/design-file.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { monaco } from './editor.ts'
import { applyTheme, watchTheme } from './editor-theme.ts'
import { readTyped } from './read-typed.ts'
import './source.css'

const restMs = 400

/**
 * The design as text, in step with the canvas both ways. What is typed is taken as one edit as soon as it can be read;
 * until then it stays here as typed, and the design stays as it was.
 */
export function SourcePanel() {
  const place = useRef<HTMLDivElement>(null)
  const editorRef = useRef<monaco.editor.IStandaloneCodeEditor | undefined>(undefined)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [refused, setRefused] = useState(false)

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const editor = createEditor(element)
    editorRef.current = editor
    const model = editor.getModel()
    if (model === null) return undefined
    // The document that the text stands for; a different one in the store means that somebody drew.
    let shown: Design = designStore.getState().document
    let typing = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const show = (list: readonly Problem[], failed: boolean) => {
      setProblems(list)
      setRefused(failed)
      monaco.editor.setModelMarkers(
        model,
        'lintel',
        list.map((problem) => markerOf(problem, model)),
      )
    }
    const read = () => {
      typing = false
      const present = designStore.getState().document
      const { design, problems: found } = readTyped(model.getValue(), present)
      show(found, design === undefined)
      if (design === undefined || printDesign(design) === printDesign(present)) return
      shown = design
      editDocument('Edit as text', () => design)
    }
    const showProblems = () => show(readTyped(model.getValue(), designStore.getState().document).problems, false)
    showProblems()
    const typed = model.onDidChangeContent((event) => {
      if (event.isFlush) return
      typing = true
      clearTimeout(timer)
      timer = setTimeout(read, restMs)
    })
    const unsubscribe = designStore.subscribe(({ document }) => {
      if (document === shown || typing) return
      shown = document
      // Typed text that could not be read is not thrown away by a stroke on the canvas of another tab.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text: printDesign(document) }], () => null)
      clearTimeout(timer)
      typing = false
      showProblems()
    })
    const unselect = viewStore.subscribe((state, before) => {
      const [id] = state.selection
      if (state.selection !== before.selection && id !== undefined) revealId(editor, model, id)
    })
    return () => {
      if (typing) read()
      clearTimeout(timer)
      typed.dispose()
      unsubscribe()
      unselect()
      editor.dispose()
      model.dispose()
    }
  }, [])

  useEffect(watchTheme, [])

  return (
    <div className="source-panel">
      <div ref={place} className="source-editor" />
      {problems.length === 0 ? null : (
        <ul className="source-problems" aria-label="Problems in the text">
          {problems.slice(0, 50).map((problem) => (
            <li key={`${problem.code} ${problem.path} ${problem.sentence}`}>
              <button type="button" className="source-problem" onClick={() => goTo(editorRef.current, problem)}>
                {problem.level === 'error' ? (
                  <CircleAlert size={14} className="source-error" aria-label="Error" />
                ) : (
                  <TriangleAlert size={14} className="source-warning" aria-label="Warning" />
                )}
                {problem.sentence.startsWith('Line ') ? null : (
                  <span className="faint">{problem.line === undefined ? problem.code : `Line ${problem.line}`}</span>
                )}
                <span>{problem.sentence}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <output className="source-bar">
        {refused ? (
          <>
            <CircleAlert size={14} className="source-error" aria-hidden />
            This text cannot be taken as it stands. The design is as it was; what you typed stays here.
          </>
        ) : (
          <>
            <CircleCheck size={14} className="source-fine" aria-hidden />
            <span className="muted">
              In step with the canvas{problems.length > 0 ? `, ${problems.length} to look at` : ''}
            </span>
          </>
        )}
      </output>
    </div>
  )
}

function createEditor(element: HTMLElement): monaco.editor.IStandaloneCodeEditor {
  const model = monaco.editor.createModel(printDesign(designStore.getState().document), 'json')
  return monaco.editor.create(element, {
    model,
    theme: applyTheme(),
    automaticLayout: true,
    fontFamily: "'JetBrains Mono Variable', monospace",
    fontSize: 12,
    lineHeight: 18,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    readOnly: designStore.getState().readOnly,
    readOnlyMessage: { value: 'This design is of a newer version, or opened to be read only.' },
    renderLineHighlight: 'line',
    padding: { top: 8, bottom: 8 },
    wordWrap: 'off',
    // The panel is low: lists of proposals must be able to stand out of it.
    fixedOverflowWidgets: true,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    tabSize: 2,
  })
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

function goTo(editor: monaco.editor.IStandaloneCodeEditor | undefined, problem: Problem): void {
  if (editor === undefined) return
  const line = problem.line ?? 1
  editor.revealLineInCenter(line)
  editor.setPosition({ lineNumber: line, column: 1 })
  editor.focus()
}

/** Shows where an element stands in the text, without taking the focus from the canvas. */
function revealId(editor: monaco.editor.IStandaloneCodeEditor, model: monaco.editor.ITextModel, id: string): void {
  const [match] = model.findMatches(`"id": ?"${id}"`, false, true, true, null, false, 1)
  if (match === undefined) return
  editor.revealLineInCenterIfOutsideViewport(match.range.startLineNumber)
  editor.setSelection(match.range)
}

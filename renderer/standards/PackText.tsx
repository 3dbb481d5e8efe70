import { useEffect, useRef } from 'react'
import type { Problem } from '../../shared/design/problem.ts'
import { proposeWords } from '../../shared/standards/propose-words.ts'
import { monaco } from '../source/editor.ts'
import { watchTheme } from '../source/editor-theme.ts'
import { createJsonEditor, endEditor, type JsonEditor, markProblems, replaceText } from '../source/json-editor.ts'

/** One for every time that somebody else than the editor wrote the text, though it were the same. */
export interface Written {
  readonly text: string
}

interface PackTextProps {
  readonly label: string
  /** What the fields wrote last; what is typed here since is told by `onChange` alone. */
  readonly written: Written
  readonly problems: readonly Problem[]
  readonly onChange: (text: string) => void
  /** Escape, with nothing open that it would close. */
  readonly onEscape: () => void
}

/** The text of a pack in the editor that designs have, which proposes what a condition can say. */
export function PackText({ label, written, problems, onChange, onEscape }: PackTextProps) {
  const place = useRef<HTMLDivElement>(null)
  const editorRef = useRef<JsonEditor | undefined>(undefined)
  const latest = useRef({ label, written, onChange, onEscape })
  useEffect(() => {
    latest.current = { label, written, onChange, onEscape }
  })

  useEffect(() => {
    if (place.current === null) return undefined
    const editor = createJsonEditor(place.current, 'standards', latest.current.written.text, {
      ariaLabel: latest.current.label,
      quickSuggestions: { strings: true, other: true, comments: false },
      // The fields beside it are reached by Tab, as those of any dialog.
      tabFocusMode: true,
      lineNumbersMinChars: 3,
      wordWrap: 'on',
    })
    editorRef.current = editor
    const typed = editor.onDidChangeModelContent(() => latest.current.onChange(editor.getValue()))
    const escape = editor.addAction({
      id: 'lintel.escape',
      label: 'Leave the text',
      keybindings: [monaco.KeyCode.Escape],
      precondition: '!suggestWidgetVisible && !findWidgetVisible && !editorHasMultipleSelections',
      run: () => latest.current.onEscape(),
    })
    return () => {
      typed.dispose()
      escape.dispose()
      endEditor(editor)
    }
  }, [])

  useEffect(() => {
    const editor = editorRef.current
    if (editor !== undefined && editor.getValue() !== written.text) replaceText(editor, written.text)
  }, [written])
  useEffect(() => {
    if (editorRef.current !== undefined) markProblems(editorRef.current, problems)
  }, [problems])
  useEffect(watchTheme, [])
  useEffect(watchProposals, [])

  return <div ref={place} className="standards-editor-code" data-keeps-escape />
}

/** Proposes the words of conditions while a pack is edited; returns the stop. */
function watchProposals(): () => void {
  const provider = monaco.languages.registerCompletionItemProvider(
    { language: 'json', pattern: '**/standards.json' },
    {
      triggerCharacters: [' ', '=', '.', ',', '[', '(', '!', '&', '|', '"'],
      provideCompletionItems: (model, { lineNumber, column }) => {
        const proposed = proposeWords(model.getLineContent(lineNumber).slice(0, column - 1))
        const range = new monaco.Range(lineNumber, column - (proposed?.typed ?? 0), lineNumber, column)
        const suggestions = (proposed?.words ?? []).map((word) => ({
          label: word,
          insertText: word,
          kind: monaco.languages.CompletionItemKind.Value,
          range,
        }))
        return { suggestions }
      },
    },
  )
  return () => provider.dispose()
}

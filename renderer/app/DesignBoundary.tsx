import { Download, RotateCcw } from 'lucide-react'
import type { ErrorInfo, ReactNode } from 'react'
import { Component } from 'react'
import { desktop } from '../desktop.ts'
import { printDesign, suggestFileName } from '../store/design-file.ts'
import { designStore } from '../store/design-store.ts'
import { Button } from '../ui/index.ts'

interface State {
  readonly failure: Error | undefined
}

/** Where a bug ends: the design is not in what failed, so it can be taken away as a file, and the screen tried again. */
export class DesignBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: undefined }

  static getDerivedStateFromError(failure: Error): State {
    return { failure }
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    // The developer tools are the only place where the trace helps anybody.
    // eslint-disable-next-line no-console
    console.error(failure, info.componentStack)
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    const { open, document } = designStore.getState()
    return (
      <main className="failure">
        <h1>Something went wrong on this screen</h1>
        <p>
          {open ? `“${document.name}” is safe: it is in the library and can be saved as a file. ` : ''}
          {failure.message}
        </p>
        <div className="failure-actions">
          <Button tone="primary" icon={RotateCcw} onClick={() => this.setState({ failure: undefined })}>
            Show the screen again
          </Button>
          {open ? (
            <Button icon={Download} onClick={() => void saveDesignFile()}>
              Save the design as a file
            </Button>
          ) : null}
        </div>
      </main>
    )
  }
}

async function saveDesignFile(): Promise<void> {
  const { document } = designStore.getState()
  await desktop.saveDesignAs({
    suggestedName: suggestFileName(document.name, 'lintel.json'),
    text: printDesign(document),
  })
}

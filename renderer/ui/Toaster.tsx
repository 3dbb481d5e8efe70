import { CircleAlert, X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button, IconButton } from './Button.tsx'
import { dismissToast, toastStore } from './toasts.ts'

/** Where toasts show; mounted once, by the shell. `over`: what stands at the foot of the page that they may not cover. */
export function Toaster({ over }: { readonly over: 'page' | 'tools' | 'panels' }) {
  const toasts = useStore(toastStore, (state) => state.list)
  return (
    <output className="ui-toaster" data-over={over} aria-live="polite">
      {toasts.map((toast) => {
        const { action } = toast
        return (
          <div key={toast.id} className={`ui-toast ui-toast-${toast.tone}`}>
            {toast.tone === 'fail' ? <CircleAlert size={16} aria-hidden /> : null}
            <span className="ui-toast-text">{toast.text}</span>
            {action === undefined ? null : (
              <Button
                tone="quiet"
                onClick={() => {
                  action.run()
                  dismissToast(toast.id)
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton label="Dismiss" icon={X} onClick={() => dismissToast(toast.id)} />
          </div>
        )
      })}
    </output>
  )
}

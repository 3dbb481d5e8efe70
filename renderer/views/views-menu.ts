import { createStore } from 'zustand/vanilla'

/** Whether the list of saved views is open. */
export const viewsMenu = createStore<{ readonly open: boolean }>(() => ({ open: false }))

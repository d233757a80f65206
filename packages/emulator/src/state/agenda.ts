/** Something to be done at a time, in epoch milliseconds. */
export interface Task {
  readonly at: number
  readonly run: () => void
}

/** What is to be done, in the order of time; of two tasks for the same time the older is the first. */
export interface Agenda {
  readonly add: (task: Task) => void
  /** When the next task is due; undefined when there is none. */
  readonly nextAt: () => number | undefined
  /** Takes the next task off, if it is due by then. */
  readonly take: (limit: number) => Task | undefined
  readonly clear: () => void
}

/** Creates an empty agenda. */
export function createAgenda(): Agenda {
  const tasks: Task[] = []
  return {
    add(task) {
      let index = tasks.length
      while (index > 0 && (tasks[index - 1]?.at ?? 0) > task.at) index -= 1
      tasks.splice(index, 0, task)
    },
    nextAt: () => tasks[0]?.at,
    take(limit) {
      const next = tasks[0]
      return next !== undefined && next.at <= limit ? tasks.shift() : undefined
    },
    clear() {
      tasks.length = 0
    },
  }
}

/** `real` follows the machine's clock and can be moved ahead; `manual` moves only when told. */
export type ClockMode = 'real' | 'manual'

/** The emulator's time, and what is due at which time. All times are epoch milliseconds. */
export interface Clock {
  readonly mode: ClockMode
  readonly now: () => number
  /** Runs the task once the time has come; due tasks run in the order of their times. */
  readonly schedule: (at: number, task: () => void) => void
  /** Runs what has become due by itself: a real clock moves between two looks at it. */
  readonly settle: () => void
  /** Moves time ahead, running every task on the way at exactly its own time. */
  readonly advance: (milliseconds: number) => void
  /** Forgets every task and goes back to the starting time. */
  readonly reset: () => void
  /** Stops the timer of a real clock. */
  readonly close: () => void
}

/** What a clock starts from. */
export interface ClockOptions {
  readonly mode: ClockMode
  /** Where a manual clock starts, in epoch milliseconds. */
  readonly startAt: number
  /** The machine's clock, for `real`. */
  readonly wallClock: () => number
}

interface Task {
  readonly at: number
  readonly run: () => void
}

/** setTimeout takes 32 bits; a longer wait is cut into pieces. */
const LONGEST_TIMER = 2_147_483_647

/** Creates the emulator's clock. */
export function createClock({ mode, startAt, wallClock }: ClockOptions): Clock {
  const tasks: Task[] = []
  let offset = 0
  let manualNow = startAt
  let taskTime: number | undefined
  let timer: NodeJS.Timeout | undefined

  const baseTime = () => (mode === 'manual' ? manualNow : wallClock() + offset)
  const now = () => taskTime ?? baseTime()

  function runUntil(limit: number): void {
    let next = tasks[0]
    while (next !== undefined && next.at <= limit) {
      tasks.shift()
      taskTime = next.at
      try {
        next.run()
      } finally {
        taskTime = undefined
      }
      next = tasks[0]
    }
    startTimer()
  }

  function startTimer(): void {
    clearTimeout(timer)
    const next = tasks[0]
    if (mode === 'manual' || next === undefined) return
    const wait = Math.min(Math.max(next.at - baseTime(), 0), LONGEST_TIMER)
    timer = setTimeout(() => runUntil(baseTime()), wait)
    timer.unref()
  }

  return {
    mode,
    now,
    schedule(at, run) {
      let index = tasks.length
      while (index > 0 && (tasks[index - 1]?.at ?? 0) > at) index -= 1
      tasks.splice(index, 0, { at, run })
      if (index === 0) startTimer()
    },
    settle() {
      const next = tasks[0]
      if (next !== undefined && next.at <= baseTime()) runUntil(baseTime())
    },
    advance(milliseconds) {
      const target = baseTime() + milliseconds
      runUntil(target)
      if (mode === 'manual') manualNow = target
      else offset += milliseconds
      startTimer()
    },
    reset() {
      tasks.length = 0
      offset = 0
      manualNow = startAt
      startTimer()
    },
    close() {
      tasks.length = 0
      clearTimeout(timer)
    },
  }
}

import { createAgenda } from './agenda.js'
import { createWorkInProgress } from './work-in-progress.js'

/** `real` follows the machine's clock and can be moved ahead; `manual` moves only when told. */
export type ClockMode = 'real' | 'manual'

/** The emulator's time, and what is due at which time. All times are epoch milliseconds. */
export interface Clock {
  readonly mode: ClockMode
  readonly now: () => number
  /** The machine's time, whatever the mode: servers that are told of something compare with theirs. */
  readonly machineTime: () => number
  /** Runs the task once the time has come; due tasks run in the order of their times. */
  readonly schedule: (at: number, task: () => void) => void
  /** Runs what has become due by itself: a real clock moves between two looks at it. */
  readonly settle: () => void
  /** Tells of work that takes real time, such as a delivery: an advance stands still until it has ended. */
  readonly track: (work: Promise<void>) => void
  /** Resolves once no tracked work is left, also none that followed from it. */
  readonly idle: () => Promise<void>
  /** Moves time ahead, running every task on the way at exactly its own time. One advance begins when the other ends. */
  readonly advance: (milliseconds: number) => Promise<void>
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
  /** The machine's clock. */
  readonly wallClock: () => number
}

/** setTimeout takes 32 bits; a longer wait is cut into pieces. */
const LONGEST_TIMER = 2_147_483_647

/** Creates the emulator's clock. */
export function createClock({ mode, startAt, wallClock }: ClockOptions): Clock {
  const agenda = createAgenda()
  const work = createWorkInProgress()
  let offset = 0
  let manualNow = startAt
  let taskTime: number | undefined
  let timer: NodeJS.Timeout | undefined
  let isMoving = false
  let lastMove: Promise<void> = Promise.resolve()
  /** A reset begins a new one, in which an advance of the old has no say. */
  let era = 0

  const baseTime = () => (mode === 'manual' ? manualNow : wallClock() + offset)

  function runUntil(limit: number): void {
    // The advance that is on its way takes care of it.
    if (isMoving) return
    let task = agenda.take(limit)
    try {
      while (task !== undefined) {
        taskTime = task.at
        task.run()
        task = agenda.take(limit)
      }
    } finally {
      taskTime = undefined
      startTimer()
    }
  }

  function startTimer(): void {
    clearTimeout(timer)
    const next = agenda.nextAt()
    if (mode === 'manual' || next === undefined) return
    const wait = Math.min(Math.max(next - baseTime(), 0), LONGEST_TIMER)
    timer = setTimeout(() => runUntil(baseTime()), wait)
    timer.unref()
  }

  function moveOn(milliseconds: number): void {
    if (mode === 'manual') manualNow += milliseconds
    else offset += milliseconds
  }

  /** Stands still at each task until the work that it starts has ended: what follows from it is due after it. */
  async function moveBy(milliseconds: number): Promise<void> {
    const mine = era
    isMoving = true
    const target = baseTime() + milliseconds
    try {
      await work.idle()
      while (mine === era) {
        const task = agenda.take(target)
        if (task === undefined) return moveOn(milliseconds)
        taskTime = task.at
        task.run()
        await work.idle()
      }
    } finally {
      isMoving = false
      if (mine === era) taskTime = undefined
      startTimer()
    }
  }

  return {
    mode,
    now: () => taskTime ?? baseTime(),
    machineTime: wallClock,
    schedule(at, run) {
      agenda.add({ at, run })
      if (agenda.nextAt() === at) startTimer()
    },
    settle() {
      if ((agenda.nextAt() ?? Number.POSITIVE_INFINITY) <= baseTime()) runUntil(baseTime())
    },
    track: work.add,
    idle: work.idle,
    advance(milliseconds) {
      const move = lastMove.then(() => moveBy(milliseconds))
      lastMove = move.catch(() => undefined)
      return move
    },
    reset() {
      era += 1
      agenda.clear()
      offset = 0
      manualNow = startAt
      taskTime = undefined
      startTimer()
    },
    close() {
      era += 1
      agenda.clear()
      clearTimeout(timer)
    },
  }
}

"""The watch over a student's folder: what happens there becomes events, and each event a new state and a new screen.

    keys, saved files, verdicts ─ events ─▶ after(state, event) ─▶ State ─ reporters.watch ─▶ screen
                                                                   └ wishes ─ workshop ─▶ events

Only `deciding` and `pressing` decide, and they are pure; the other modules listen and work.
"""

/// What was so, and when: a state for some days, no state for the others.
struct Timeline<State: Hashable & Sendable>: Hashable, Sendable {
    /// A state and the days it held.
    struct Span: Hashable, Sendable {
        var days: DateRange
        var state: State
    }

    /// The spans, in order of time; none overlap, and neighbours that touch differ in state.
    private(set) var spans: [Span] = []

    /// Puts together spans that do not overlap.
    init(_ spans: [Span] = []) {
        self.spans = spans.sorted { $0.days < $1.days }
        coalesce()
    }

    /// What was so on `date`.
    func state(on date: CalendarDate) -> State? { spans.first { $0.days.contains(date) }?.state }

    /// The last state there was, whenever that was.
    var last: State? { spans.last?.state }

    /// Learns that `state` was so on `date`: from then until the next day on which something is known to change.
    mutating func learn(_ state: State?, on date: CalendarDate) {
        if self.state(on: date) == state { return }
        let next = spans.flatMap { [$0.days.from, $0.days.to] }.compactMap { $0 }.filter { date < $0 }.min()
        clear(DateRange(from: date, to: next))
        if let state { spans.append(Span(days: DateRange(from: date, to: next), state: state)) }
        spans.sort { $0.days < $1.days }
        coalesce()
    }

    /// Forgets all states outside `periods`.
    mutating func keep(within periods: [DateRange]) {
        spans = spans.flatMap { span in
            periods.compactMap { span.days.intersection($0) }.map { Span(days: $0, state: span.state) }
        }
    }

    private mutating func clear(_ days: DateRange) {
        spans = spans.flatMap { span in
            [DateRange(from: span.days.from, to: days.from), days.to.map { DateRange(from: $0, to: span.days.to) }]
                .compactMap { $0.flatMap(span.days.intersection) }
                .map { Span(days: $0, state: span.state) }
        }
    }

    private mutating func coalesce() {
        var joined: [Span] = []
        for span in spans {
            if let last = joined.last, last.state == span.state, let end = last.days.to, end == span.days.from {
                joined[joined.count - 1].days = DateRange(from: last.days.from, to: span.days.to)
            } else {
                joined.append(span)
            }
        }
        spans = joined
    }
}

@_spi(Confidential) import Indicators
import LocatedInput
@_spi(Confidential) import Registers

extension NumberText.Decimal {
    /// `value` rounded to `decimals`, halves away from zero.
    ///
    /// A value within a billionth of a half counts as one, so that 2.675 is rounded as it is written and not as its
    /// nearest binary number happens to lie.
    init(rounding value: Double, decimals: Int) {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let size = (value.magnitude * scale + 1e-9).rounded(.toNearestOrAwayFromZero)
        self.init(Int(value < 0 ? -size : size), decimals: decimals)
    }
}

extension ConfidentialFigure {
    /// The figure as the world may see it, in the indicator's decimals.
    func publishedValue(of indicator: IndicatorDefinition, level: Double) -> PublishedValue {
        switch value {
        case .owners(let number): return .figure(Estimate(number.padded(to: indicator.decimals)))
        case .absent(.withheld): return .withheld
        case .absent(.missing): return .missing
        case .absent(.pending): return .pending
        case .absent(.notApplicable): return .notApplicable
        case .coverage: return .coverage
        case .notComputable(let obstacle): return .notComputable(obstacle)
        case .estimate(let value, _):
            let interval = interval(level: level, scale: indicator.unit.scale)
            func rounded(_ value: Double) -> NumberText.Decimal { .init(rounding: value, decimals: indicator.decimals) }
            return .figure(
                Estimate(
                    rounded(value), lower: interval.map { rounded($0.lowerBound) },
                    upper: interval.map { rounded($0.upperBound) }))
        }
    }

    /// The flags, with "less than half the unit" where rounding has made 0 of something.
    func publishedFlags(of indicator: IndicatorDefinition) -> [FigureFlag] {
        var flags = flags
        if case .estimate(let value, _) = value, value != 0,
            NumberText.Decimal(rounding: value, decimals: indicator.decimals).scaled == 0
        {
            flags.insert(.lessThanHalf)
        }
        return flags.sorted()
    }
}

extension NumberText.Decimal {
    /// The same number with at least `decimals` decimals: an owner's 93 among numbers with one decimal is 93.0.
    fileprivate func padded(to decimals: Int) -> NumberText.Decimal {
        var number = self
        while number.decimals < decimals { number = .init(number.scaled * 10, decimals: number.decimals + 1) }
        return number
    }
}

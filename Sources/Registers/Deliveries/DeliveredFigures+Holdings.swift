@_spi(Confidential) extension DeliveredFigures {
    /// The same figures as any others that indicators are worked out from. A register is synthetic if programs made all of
    /// its own deliveries.
    public var holdings: RegisterHoldings {
        var populations: [RegisterID: PopulationTable] = [:]
        var tables: [RegisterID: CountTable] = [:]
        for register in registers {
            populations[register] = population(register)
            tables[register] = counts(register)
        }
        return RegisterHoldings(.synthetic, population: populations, counts: tables)
    }
}

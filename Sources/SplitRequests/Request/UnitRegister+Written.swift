import Geography

extension UnitRegister {
    /// True if `unit` is the code of a unit, of whatever day.
    func knows(_ unit: GrunnkretsCode) -> Bool { !rows(of: unit).isEmpty }

    /// The code that `text` is meant as: a lost zero is put back only where that gives a code there is; `nil` if it is none.
    func code(writtenAs text: String) -> GrunnkretsCode? {
        if let code = GrunnkretsCode(text) { return code }
        guard let code = GrunnkretsCode("0" + text), code.isUnallocated || knows(code) else { return nil }
        return code
    }
}

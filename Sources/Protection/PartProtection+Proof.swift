extension PartProtection {
    /// The proof of what is withheld, with the moves that are used and no others.
    var proof: Proof {
        var tables: [Proof.Table] = []
        var placeOfMove: [Int: Int] = [:]
        func table(_ move: Int?) -> Int? {
            guard let move else { return nil }
            if let place = placeOfMove[move] { return place }
            placeOfMove[move] = tables.count
            tables.append(
                Proof.Table(cells: moves[move].cells.map { part.places[$0] }, differences: moves[move].amounts))
            return tables.count - 1
        }
        var claims: [Proof.Claim] = []
        for cell in part.values.indices where part.isSensitive[cell] {
            for witness in [witnesses[cell]] + insiderWitnesses[cell] {
                claims.append(
                    Proof.Claim(
                        cell: part.places[cell], upper: table(witness.upper), lower: table(witness.lower)))
            }
        }
        return Proof(tables: tables, claims: claims)
    }
}

import LocatedInput

/// What a long table holds and which tables are published of it, as a spec file says.
struct TableSpec {
    /// The column that is added up.
    enum Measure {
        /// Whole numbers of people or events; the policy says which are sensitive.
        case count(Located<String>)
        /// Any numbers of zero or more, such as hours, and which of them are sensitive.
        case amount(Located<String>, SensitiveAmounts)

        var column: Located<String> {
            switch self {
            case .count(let column), .amount(let column, _): column
            }
        }
    }

    /// Which amounts are sensitive.
    enum SensitiveAmounts {
        /// Those above zero, and at most this.
        case upTo(Double)
        /// Those that fewer than `fewest` different contributors, named in `column`, add up to.
        case contributors(column: Located<String>, fewest: Int)
    }

    /// A direction of the tables: places, sexes, ages, years.
    struct Dimension {
        let name: Located<String>
        /// Lists of columns, the widest first; each finer code lies in one code of the wider columns.
        let hierarchies: [[Located<String>]]
        /// Lengths of sums over consecutive years of the column that is named as the dimension; none elsewhere.
        let windows: [Located<Int>]
        let hasTotal: Bool
        /// Columns whose non-empty intersections are sensitive although they are in no table.
        let hidden: [Located<String>]

        /// The columns of all hierarchies, each once, in order.
        var columns: [Located<String>] {
            var seen: Set<String> = []
            return hierarchies.joined().filter { seen.insert($0.value).inserted }
        }
    }

    /// A published table: dimensions, and the levels of each that it shows; nil: all of them. Other dimensions stand at
    /// their total.
    typealias Table = [(dimension: Located<String>, levels: [Located<String>]?)]

    /// What has been published before of the same rows.
    struct Earlier {
        /// The spec of that publication; nil: the same as this one.
        let spec: Located<String>?
        let pattern: Located<String>
    }

    let file: String
    let measure: Measure
    let cap: Located<String>?
    let dimensions: [Dimension]
    /// Nil: one table with every level of every dimension.
    let tables: [Located<Table>]?
    let earlier: [Earlier]

    /// The columns of the long table that rows are told apart by, each once, in order.
    var keyColumns: [Located<String>] {
        var seen: Set<String> = []
        return dimensions.flatMap { $0.columns + $0.hidden }.filter { seen.insert($0.value).inserted }
    }
}

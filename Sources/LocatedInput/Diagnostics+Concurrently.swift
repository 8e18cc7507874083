import Parallel

/// Does `body` for every index on all cores, each with findings of its own, and gives the results in order; all findings
/// are added to `diagnostics`.
package func concurrently<Result: Sendable>(
    _ count: Int, _ diagnostics: inout Diagnostics, _ body: @Sendable (Int, inout Diagnostics) -> Result
) -> [Result] {
    let done = concurrently(count) { index in
        var found = Diagnostics()
        return (body(index, &found), found)
    }
    return done.map { result, found in
        diagnostics.merge(found)
        return result
    }
}

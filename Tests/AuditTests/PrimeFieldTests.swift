import TestSupport
import Testing

@testable import Audit

struct PrimeFieldTests {
    /// The remainder is worked out by the machine's own long division.
    @Test(arguments: [PrimeField.first, .second])
    func productsAreRemaindersOfTheFullProduct(field: PrimeField) {
        var draws = SeededDraws(seed: 1)
        let edges = [0, 1, field.modulus - 1, field.modulus - 2, field.modulus / 2]
        let numbers = edges + (0..<200).map { _ in draws.next() % field.modulus }
        for left in numbers {
            for right in numbers {
                let remainder = field.modulus.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
                #expect(field.product(left, right) == remainder)
            }
        }
    }

    /// Fermat's little theorem fails for nearly all bases where the modulus has factors.
    @Test(arguments: [PrimeField.first, .second])
    func everyNumberButZeroHasAnInverse(field: PrimeField) {
        for number in 1...500 as ClosedRange<UInt64> {
            #expect(field.product(number, field.inverse(number)) == 1)
        }
    }

    @Test(arguments: [PrimeField.first, .second])
    func binaryFractionsAreExact(field: PrimeField) {
        #expect(field.product(field.element(0.375), 8) == 3)
        #expect(field.sum(field.element(-2.5), field.element(2.5)) == 0)
        #expect(field.element(0x1p70) == field.power(2, 70))
        #expect(field.element(0) == 0)
    }
}

#include "bootstrap/demo_dice.h"

#include <array>

namespace simiao::bootstrap {

int Dice::below(int sides)
{
    std::array<std::uint8_t, 4> bytes{};
    m_rng.fill(bytes);
    std::uint32_t number = 0;
    for (const auto byte : bytes)
        number = number << 8 | byte;
    return int(number % std::uint32_t(sides));
}

int Dice::bell()
{
    // Twelve draws from 0 … 999: their sum has the mean 5994 and, but for a millionth, the deviation 1000.
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += below(1000);
    return sum - 5994;
}

} // namespace simiao::bootstrap

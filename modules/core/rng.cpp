#include "core/rng.h"

#include <QRandomGenerator>

namespace simiao {

void SystemRng::fill(std::span<std::uint8_t> bytes)
{
    for (auto &byte : bytes)
        byte = std::uint8_t(QRandomGenerator::system()->generate());
}

void SeededRng::fill(std::span<std::uint8_t> bytes)
{
    for (auto &byte : bytes)
        byte = std::uint8_t(m_engine() >> 56);
}

} // namespace simiao

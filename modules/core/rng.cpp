#include "core/rng.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstring>

namespace simiao {

void SystemRng::fill(std::span<std::uint8_t> bytes)
{
    // In words: one call of the system's generator for four bytes, not for each.
    std::array<std::uint32_t, 16> words{};
    while (!bytes.empty()) {
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        const auto chunk = std::min(bytes.size(), sizeof words);
        std::memcpy(bytes.data(), words.data(), chunk);
        bytes = bytes.subspan(chunk);
    }
}

void SeededRng::fill(std::span<std::uint8_t> bytes)
{
    const std::scoped_lock lock(m_mutex);
    for (auto &byte : bytes)
        byte = std::uint8_t(m_engine() >> 56);
}

} // namespace simiao

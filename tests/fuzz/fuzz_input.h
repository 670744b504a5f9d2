#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace simiao::test {

/// Takes decisions and values from the front of the fuzzer's bytes; what is missing is zero.
class FuzzInput
{
public:
    FuzzInput(const std::uint8_t *data, std::size_t size)
        : m_left(data, size)
    {
    }

    std::uint8_t byte()
    {
        if (m_left.empty())
            return 0;
        const auto first = m_left.front();
        m_left = m_left.subspan(1);
        return first;
    }
    std::uint16_t word()
    {
        const unsigned low = byte();
        return static_cast<std::uint16_t>(low | unsigned(byte()) << 8);
    }
    /// From `least` to `most`.
    int number(int least, int most) { return least + word() % (most - least + 1); }
    bool isEmpty() const { return m_left.empty(); }

    /// At most so many of what is left.
    std::span<const std::uint8_t> bytes(std::size_t most = SIZE_MAX)
    {
        const auto taken = m_left.first(std::min(most, m_left.size()));
        m_left = m_left.subspan(taken.size());
        return taken;
    }
    QByteArray rest()
    {
        const auto taken = bytes();
        return {reinterpret_cast<const char *>(taken.data()), qsizetype(taken.size())};
    }

private:
    std::span<const std::uint8_t> m_left;
};

/// What must hold whatever the bytes are; the fuzzer keeps the input that breaks it.
inline void mustHold(bool isTrue, const char *what)
{
    if (isTrue)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace simiao::test

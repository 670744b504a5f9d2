#pragma once

#include <cstdint>
#include <mutex>
#include <random>
#include <span>

namespace simiao {

/// Where random bytes come from; tests and demo data pass a seeded one.
/// \thread  any: acts make ids on the thread of the store as well
class Rng
{
public:
    virtual ~Rng() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator: ids, salts, keys.
class SystemRng : public Rng
{
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed, on every platform.
class SeededRng : public Rng
{
public:
    explicit SeededRng(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace simiao

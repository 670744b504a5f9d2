#pragma once

#include "core/clock.h"
#include "core/id.h"
#include "core/rng.h"

#include <vector>

namespace simiao::bootstrap {

/// One of several, the likelier the greater its weight.
template <typename T>
struct Weighted
{
    T value;
    int weight = 1;
};

/// Chance in the life of one invented person: whole numbers and ids, the same for the same seed on every
/// platform.
class Dice
{
public:
    /// \param first  the ids count their milliseconds from here, so that each is greater than the one before
    Dice(std::uint64_t seed, Instant first)
        : m_rng(seed)
        , m_moment(first)
    {
    }

    /// 0 … `sides` - 1; `sides` > 0
    int below(int sides);
    int between(int low, int high) { return low + below(high - low + 1); }
    bool happens(int percent) { return below(100) < percent; }
    /// About normally distributed around 0, in thousandths of the standard deviation; never beyond ±6000.
    int bell();

    template <typename T>
    const T &oneOf(const std::vector<T> &choices)
    {
        return choices[std::size_t(below(int(choices.size())))];
    }

    template <typename T>
    const T &oneOf(const std::vector<Weighted<T>> &choices)
    {
        int sum = 0;
        for (const auto &choice : choices)
            sum += choice.weight;
        int left = below(sum);
        std::size_t at = 0;
        while (left >= choices[at].weight)
            left -= choices[at++].weight;
        return choices[at].value;
    }

    template <typename T>
    Id<T> newId()
    {
        m_moment.step();
        return simiao::newId<T>(m_moment, m_rng);
    }

private:
    /// A clock that goes on when it is told.
    class Moment : public Clock
    {
    public:
        explicit Moment(Instant first)
            : m_now(first)
        {
        }
        Instant now() const override { return m_now; }
        QTimeZone zone() const override { return QTimeZone::utc(); }
        void step() { m_now.microseconds += 1000; }

    private:
        Instant m_now;
    };

    SeededRng m_rng;
    Moment m_moment;
};

} // namespace simiao::bootstrap

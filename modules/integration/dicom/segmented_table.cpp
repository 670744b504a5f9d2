#include "integration/dicom/segmented_table.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace simiao::dicom {

namespace {

constexpr std::size_t kMostEntries = 65'536;

class Expansion
{
public:
    explicit Expansion(const std::vector<double> &data)
        : m_data(data)
    {
    }

    /// Expands `count` segments from `at` on. \returns where the next one stands, or the end
    std::size_t expand(std::size_t at, std::size_t count, bool mayRepeat)
    {
        for (; count > 0 && at + 1 < m_data.size() && m_entries.size() < kMostEntries; --count) {
            const auto length = static_cast<std::size_t>(m_data[at + 1]);
            switch (static_cast<int>(m_data[at])) {
            case 0: at = discrete(at + 2, length); break;
            case 1: at = linear(at + 2, length); break;
            case 2: at = mayRepeat ? indirect(at + 2, length) : m_data.size(); break;
            default: return m_data.size();
            }
        }
        return at;
    }

    std::vector<double> entries() &&
    {
        m_entries.resize(std::min(m_entries.size(), kMostEntries));
        return std::move(m_entries);
    }

private:
    std::size_t discrete(std::size_t at, std::size_t length)
    {
        const auto end = std::min(at + length, m_data.size());
        m_entries.insert(m_entries.end(), m_data.begin() + std::ptrdiff_t(at),
                         m_data.begin() + std::ptrdiff_t(end));
        return end;
    }

    /// From the entry before, which is not repeated, to the one that is given.
    std::size_t linear(std::size_t at, std::size_t length)
    {
        if (at >= m_data.size() || m_entries.empty())
            return m_data.size();
        const double from = m_entries.back();
        const double step = (m_data[at] - from) / static_cast<double>(std::max<std::size_t>(length, 1));
        for (std::size_t i = 1; i <= length; ++i)
            m_entries.push_back(std::round(from + step * static_cast<double>(i)));
        return at + 1;
    }

    /// `count` earlier segments again, from a place given by its low and high word.
    std::size_t indirect(std::size_t at, std::size_t count)
    {
        if (at + 1 >= m_data.size())
            return m_data.size();
        const auto place =
            static_cast<std::size_t>(m_data[at]) + (static_cast<std::size_t>(m_data[at + 1]) << 16);
        expand(place, count, false);
        return at + 2;
    }

    const std::vector<double> &m_data;
    std::vector<double> m_entries;
};

} // namespace

std::vector<double> expandedSegments(const std::vector<double> &data)
{
    Expansion expansion(data);
    expansion.expand(0, data.size(), true);
    return std::move(expansion).entries();
}

} // namespace simiao::dicom

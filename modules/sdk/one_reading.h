#pragma once

#include <utility>

namespace simiao::sdk {

/// A list that is read anew at each change: once at a time, and once more where something changed meanwhile. A desk that was away for a while
/// hears of hundreds of saves at once; without this each of them sends the questions of each screen, and whoever saves next waits behind them.
class OneReading
{
public:
    /// \returns whether to read now; else end() will say that it is to be read again
    bool begin()
    {
        m_isOutdated = m_isUnderWay;
        return !std::exchange(m_isUnderWay, true);
    }
    /// The answer has come, whatever it says. \returns whether to read again
    bool end()
    {
        m_isUnderWay = false;
        return std::exchange(m_isOutdated, false);
    }

private:
    bool m_isUnderWay = false;
    bool m_isOutdated = false;
};

} // namespace simiao::sdk

#pragma once

#include <functional>
#include <stop_token>
#include <utility>

namespace simiao::dimse {

/// Requested as soon as one of two is.
class EitherStop
{
public:
    EitherStop(std::stop_token first, std::stop_token second)
        : m_first(std::move(first), [this] { m_source.request_stop(); })
        , m_second(std::move(second), [this] { m_source.request_stop(); })
    {
    }
    EitherStop(const EitherStop &) = delete;
    EitherStop &operator=(const EitherStop &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_first;
    std::stop_callback<std::function<void()>> m_second;
};

} // namespace simiao::dimse

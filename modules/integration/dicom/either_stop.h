#pragma once

#include <stop_token>

namespace simiao::dicom {

/// A token that is stopped when either of two is.
class EitherStop
{
public:
    EitherStop(const std::stop_token &first, const std::stop_token &second)
        : m_onFirst(first, Forward{m_source})
        , m_onSecond(second, Forward{m_source})
    {
    }
    std::stop_token token() const { return m_source.get_token(); }

private:
    struct Forward
    {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Forward> m_onFirst;
    std::stop_callback<Forward> m_onSecond;
};

} // namespace simiao::dicom

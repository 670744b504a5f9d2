#pragma once

#include <sys/fsuid.h>
#include <unistd.h>

namespace simiao::test {

/// While it lives, this thread opens files as an account that owns none of them: root may read everything, and a test that runs as
/// root would not see what a mode refuses.
class AsNobody
{
public:
    AsNobody() { ::setfsuid(kNobody); }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;
    ~AsNobody() { ::setfsuid(::geteuid()); }

private:
    static constexpr uid_t kNobody = 65534;
};

} // namespace simiao::test

#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace simiao::test {

/// 0 where it has gone. Not by a stream: one throws when a process ends while it is read.
inline pid_t parentOf(pid_t pid)
{
    const int file = ::open(("/proc/" + std::to_string(pid) + "/stat").c_str(), O_RDONLY | O_CLOEXEC);
    std::array<char, 1024> bytes;
    const auto got = file < 0 ? -1 : ::read(file, bytes.data(), bytes.size());
    if (file >= 0)
        ::close(file);
    // "12 (a name) S 11 ...": the name may hold anything, also brackets and spaces.
    const std::string_view stat(bytes.data(), got < 0 ? 0 : std::size_t(got));
    const auto end = stat.rfind(')');
    pid_t parent = 0;
    if (end != std::string_view::npos && stat.size() > end + 4)
        std::from_chars(stat.data() + end + 4, stat.data() + stat.size(), parent);
    return parent;
}

/// Every process below `root` at this moment, parents before children; not `root` itself. Linux: reads /proc.
/// \thread  any
inline std::vector<pid_t> processesBelow(pid_t root)
{
    std::vector<std::pair<pid_t, pid_t>> parents; // of whom, who
    DIR *all = ::opendir("/proc");
    while (const auto *entry = all == nullptr ? nullptr : ::readdir(all)) {
        const std::string_view name(entry->d_name);
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ptr == name.data() + name.size())
            parents.emplace_back(parentOf(pid), pid);
    }
    if (all != nullptr)
        ::closedir(all);
    std::vector<pid_t> found{root};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto &[parent, pid] : parents)
            if (parent == found[i])
                found.push_back(pid);
    found.erase(found.begin());
    return found;
}

} // namespace simiao::test

#pragma once

#include <sys/types.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace simiao::test {

/// Every process below `root` at this moment, parents before children; not `root` itself. Linux: reads /proc.
/// \thread  any
inline std::vector<pid_t> processesBelow(pid_t root)
{
    std::vector<std::pair<pid_t, pid_t>> parents; // of whom, who
    std::error_code gone;
    for (const auto &entry : std::filesystem::directory_iterator("/proc", gone)) {
        const auto name = entry.path().filename().string();
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ptr != name.data() + name.size())
            continue;
        // "12 (a name) S 11 ...": the name may hold anything, also brackets and spaces.
        std::ifstream file(entry.path() / "stat");
        const std::string stat{std::istreambuf_iterator<char>(file), {}};
        const auto end = stat.rfind(')');
        pid_t parent = 0;
        if (end != std::string::npos && stat.size() > end + 4)
            std::from_chars(stat.data() + end + 4, stat.data() + stat.size(), parent);
        parents.emplace_back(parent, pid);
    }
    std::vector<pid_t> found{root};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto &[parent, pid] : parents)
            if (parent == found[i])
                found.push_back(pid);
    found.erase(found.begin());
    return found;
}

} // namespace simiao::test

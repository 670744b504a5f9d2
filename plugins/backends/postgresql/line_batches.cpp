#include "line_batches.h"

#include "core/try.h"
#include "storage/maintenance/line_file.h"

namespace simiao::postgresql {

namespace {

// A transaction each: large enough that the disk is waited for seldom, small enough that a kill loses little.
constexpr qint64 kMostLines = 2'000;
constexpr qsizetype kMostBytes = 2 << 20;

} // namespace

Result<qint64> forEachBatch(const QString &folder,
                            const QString &name,
                            LineRange range,
                            const TakeBatch &take)
{
    storage::LineFileReader file(folder, name);
    TRY_VOID(file.open());
    qint64 number = 0;
    qint64 first = range.done;
    QByteArray lines;
    const auto send = [&]() -> Result<void> {
        if (number > first) {
            TRY_VOID(take(first, lines));
        }
        first = std::max(number, range.done);
        lines.clear();
        return ok();
    };
    while (number < range.end && file.next()) {
        if (++number <= range.done)
            continue;
        if (number - first > 1)
            lines += '\n';
        lines += file.line();
        if (number - first == kMostLines || lines.size() > kMostBytes) {
            TRY_VOID(send());
        }
    }
    TRY_VOID(send());
    return number;
}

} // namespace simiao::postgresql

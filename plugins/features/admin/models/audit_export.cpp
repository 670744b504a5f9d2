#include "admin/models/audit_export.h"

#include "admin/models/csv.h"
#include "core/atomic_file.h"
#include "core/task_of.h"

#include <QtConcurrentRun>

namespace simiao::admin {

namespace {

constexpr int kPage = 200; // read and written in one turn of the event loop
constexpr int kMost = 100'000;

QByteArray heading()
{
    QStringList titles;
    for (int column = 0; column < AuditWords::ColumnCount; ++column)
        titles.append(AuditWords::title(column));
    return QByteArrayLiteral("\xEF\xBB\xBF") + csvRow(titles); // the mark by which spreadsheets know UTF-8
}

QByteArray rowsOf(const std::vector<AuditLine> &lines, const AgentNames &names, const Clock &clock)
{
    QByteArray rows;
    for (const auto &line : lines) {
        QStringList cells;
        for (int column = 0; column < AuditWords::ColumnCount; ++column)
            cells.append(AuditWords::text(line, column, names, clock));
        rows += csvRow(cells);
    }
    return rows;
}

Task<Result<void>> write(QString path, QByteArray content)
{
    return taskOf(QtConcurrent::run([path = std::move(path), content = std::move(content)] {
        return AtomicFile(systemDisk()).write(path, content);
    }));
}

} // namespace

Task<Result<AuditExport>> exportAudit(workflow::Context context,
                                      AuditFilter filter,
                                      AgentNames names,
                                      QString path)
{
    AuditExport done{path, 0, true};
    QByteArray content = heading();
    qint64 before = kLatest;
    for (bool isLast = false; !isLast && done.rows < kMost;) {
        auto reading = readAuditPage(context, filter, before, kPage);
        CO_TRY(const auto page, co_await reading);
        content += rowsOf(page.lines, names, *context.clock);
        done.rows += int(page.lines.size());
        before = page.lines.empty() ? before : page.lines.back().record.position;
        isLast = page.isLast;
        done.isWhole = isLast;
    }
    auto recording = recordReading(context, QStringLiteral("export=%1").arg(done.rows));
    CO_TRY_VOID(co_await recording);
    auto writing = write(path, content);
    CO_TRY_VOID(co_await writing);
    co_return done;
}

} // namespace simiao::admin

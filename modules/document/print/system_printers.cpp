#include "core/result.h"
#include "core/task_of.h"
#include "core/try.h"
#include "document/print/open_printer.h"
#include "document/print/printers.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace simiao::document {

namespace {

constexpr double kMmPerInch = 25.4;

Result<void> printPage(const QString &name,
                       const PageSetup &setup,
                       const PagePaint &paint,
                       const QString &title)
{
    TRY(const auto printer, openPrinter(name, setup, title));
    QPainter painter;
    if (!painter.begin(printer.get()))
        return printerRefused(name);
    paintPage(painter, setup, paint,
              {printer->logicalDpiX() / kMmPerInch, printer->logicalDpiY() / kMmPerInch});
    painter.end();
    return printer->printerState() == QPrinter::Error ? Result<void>(printerRefused(name)) : ok();
}

/// One thread, because the system's printing is not made for several at once; and not the one of the screen.
class SystemPrinters : public Printers
{
public:
    SystemPrinters() { m_thread.setMaxThreadCount(1); }

    Task<Result<QStringList>> installed() override
    {
        return taskOf(QtConcurrent::run(
            &m_thread, [] { return Result<QStringList>(QPrinterInfo::availablePrinterNames()); }));
    }

    Task<Result<void>> print(QString printer, PageSetup setup, PagePaint paint, QString title) override
    {
        return taskOf(QtConcurrent::run(
            &m_thread, [printer, setup, paint, title] { return printPage(printer, setup, paint, title); }));
    }

private:
    QThreadPool m_thread;
};

} // namespace

std::shared_ptr<Printers> systemPrinters()
{
    return std::make_shared<SystemPrinters>();
}

} // namespace simiao::document

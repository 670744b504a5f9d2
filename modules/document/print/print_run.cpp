#include "document/print/print_run.h"

#include "core/atomic_file.h"
#include "core/task_of.h"
#include "core/try.h"
#include "document/print/open_printer.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>

namespace simiao::document {

namespace {

constexpr double kMmPerInch = 25.4;

/// What pages are painted on, and how it ends. Lives on the thread that paints.
class Target
{
public:
    virtual ~Target() = default;

    virtual Result<QPagedPaintDevice *> open() = 0;
    /// After the last page.
    virtual Result<void> hand() = 0;
    /// False where what was painted goes out all the same.
    virtual bool abort() = 0;
};

class PrinterTarget : public Target
{
public:
    PrinterTarget(QString name, PageSetup setup, QString title)
        : m_name(std::move(name))
        , m_setup(std::move(setup))
        , m_title(std::move(title))
    {
    }

    Result<QPagedPaintDevice *> open() override
    {
        TRY(m_printer, openPrinter(m_name, m_setup, m_title));
        return static_cast<QPagedPaintDevice *>(m_printer.get());
    }
    Result<void> hand() override
    {
        return m_printer->printerState() == QPrinter::Error ? Result<void>(printerRefused(m_name)) : ok();
    }
    bool abort() override { return m_printer->abort(); }

private:
    QString m_name;
    PageSetup m_setup;
    QString m_title;
    std::shared_ptr<QPrinter> m_printer;
};

class PdfTarget : public Target
{
public:
    PdfTarget(QString path, const PageSetup &setup, const QString &title)
        : m_path(std::move(path))
        , m_writer(&m_bytes)
    {
        constexpr int kDotsPerInch = 1200;
        m_bytes.open(QIODevice::WriteOnly);
        m_writer.setPageLayout(pageLayout(setup));
        m_writer.setResolution(kDotsPerInch);
        m_writer.setTitle(title);
        m_writer.setCreator(QStringLiteral("Simiao"));
    }

    Result<QPagedPaintDevice *> open() override { return static_cast<QPagedPaintDevice *>(&m_writer); }
    Result<void> hand() override { return AtomicFile(systemDisk()).write(m_path, m_bytes.data()); }
    bool abort() override { return true; }

private:
    QString m_path;
    QBuffer m_bytes;
    QPdfWriter m_writer;
};

Error notPainted()
{
    return {ErrorKind::Internal, QStringLiteral("print.pdf")};
}

/// The painting thread's half.
class Painting
{
public:
    Painting(std::unique_ptr<Target> target, PageSetup setup)
        : m_target(std::move(target))
        , m_setup(std::move(setup))
    {
    }

    Result<void> add(const PagePaint &page)
    {
        if (m_isOver)
            return notPainted();
        auto done = m_device ? turnPage() : begin();
        if (!done) {
            m_isOver = true;
            return done;
        }
        paintPage(m_painter, m_setup, page,
                  {m_device->logicalDpiX() / kMmPerInch, m_device->logicalDpiY() / kMmPerInch});
        ++m_pages;
        return ok();
    }

    Result<void> finish()
    {
        if (m_isOver || !m_device)
            return notPainted();
        m_isOver = true;
        m_painter.end();
        return m_target->hand();
    }

    int stop()
    {
        if (m_isOver || !m_device)
            return 0;
        m_isOver = true;
        const bool isTakenBack = m_target->abort();
        m_painter.end();
        return isTakenBack ? 0 : m_pages;
    }

private:
    Result<void> begin()
    {
        TRY(m_device, m_target->open());
        if (!m_painter.begin(m_device))
            return notPainted();
        // Else greys of an image become JPEG's.
        m_painter.setRenderHint(QPainter::LosslessImageRendering);
        return ok();
    }

    Result<void> turnPage() { return m_device->newPage() ? ok() : Result<void>(notPainted()); }

    std::unique_ptr<Target> m_target;
    PageSetup m_setup;
    QPagedPaintDevice *m_device = nullptr;
    QPainter m_painter;
    int m_pages = 0;
    bool m_isOver = false;
};

class OwnThreadRun : public PrintRun
{
public:
    using Make = std::function<std::unique_ptr<Target>()>;

    OwnThreadRun(Make make, PageSetup setup)
        : m_make(std::move(make))
        , m_setup(std::move(setup))
    {
        m_thread.setMaxThreadCount(1);
        m_thread.setExpiryTimeout(-1); // one and the same thread until the end
    }

    ~OwnThreadRun() override
    {
        m_thread.start([this] {
            if (m_painting)
                m_painting->stop();
            m_painting.reset();
        });
        m_thread.waitForDone();
    }

    Task<Result<void>> add(PagePaint page) override
    {
        return taskOf(QtConcurrent::run(&m_thread, [this, page] {
            if (!m_painting)
                m_painting = std::make_unique<Painting>(m_make(), m_setup);
            return m_painting->add(page);
        }));
    }

    Task<Result<void>> finish() override
    {
        return taskOf(QtConcurrent::run(
            &m_thread, [this] { return m_painting ? m_painting->finish() : Result<void>(notPainted()); }));
    }

    Task<Result<int>> stop() override
    {
        return taskOf(QtConcurrent::run(&m_thread,
                                        [this] { return Result<int>(m_painting ? m_painting->stop() : 0); }));
    }

private:
    Make m_make;
    PageSetup m_setup;
    std::unique_ptr<Painting> m_painting; ///< made, used and destroyed on m_thread
    QThreadPool m_thread;
};

} // namespace

std::unique_ptr<PrintRun> printerRun(const QString &printer, const PageSetup &setup, const QString &title)
{
    return std::make_unique<OwnThreadRun>(
        [printer, setup, title] { return std::make_unique<PrinterTarget>(printer, setup, title); }, setup);
}

std::unique_ptr<PrintRun> pdfRun(const QString &path, const PageSetup &setup, const QString &title)
{
    return std::make_unique<OwnThreadRun>(
        [path, setup, title] { return std::make_unique<PdfTarget>(path, setup, title); }, setup);
}

} // namespace simiao::document

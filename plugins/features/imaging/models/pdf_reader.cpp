#include "imaging/models/pdf_reader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QThread>
#ifdef SIMIAO_HAS_PDF
#include <QPdfDocument>
#endif

#include <atomic>

namespace simiao::viewer {

#ifdef SIMIAO_HAS_PDF
namespace {

/// A page may state any size.
constexpr double kMostPixels = 40e6;

QImage painted(QPdfDocument &pdf, int page, double width)
{
    const auto points = pdf.pagePointSize(page);
    if (points.isEmpty())
        return {};
    const QSizeF size(width, width * points.height() / points.width());
    if (size.width() * size.height() > kMostPixels)
        return {};
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).drawImage(0, 0, pdf.render(page, size.toSize()));
    return image;
}

} // namespace
#endif

/// The newest page that was asked for, by its turn.
struct PdfReader::Wish
{
    std::atomic<int> turn = 0;
};

/// Lives on the thread.
class PdfReader::Worker : public QObject
{
public:
    explicit Worker(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

#ifdef SIMIAO_HAS_PDF
    int open()
    {
        m_buffer.setData(m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_pdf = std::make_unique<QPdfDocument>();
        m_pdf->load(&m_buffer);
        return m_pdf->status() == QPdfDocument::Status::Ready ? m_pdf->pageCount() : 0;
    }
    QImage render(int page, double width) { return m_pdf ? painted(*m_pdf, page, width) : QImage(); }

private:
    QBuffer m_buffer;
    std::unique_ptr<QPdfDocument> m_pdf;
#else
    int open() { return 0; }
    QImage render(int, double) { return {}; }

private:
#endif
    QByteArray m_bytes;
};

PdfReader::PdfReader(QByteArray bytes, QObject *parent)
    : QObject(parent)
    , m_wish(std::make_shared<Wish>())
    , m_thread(new QThread)
    , m_worker(new Worker(std::move(bytes)))
{
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connect(this, &PdfReader::destroyed, m_thread, &QThread::quit);
    m_thread->start();
    QMetaObject::invokeMethod(m_worker, [self = QPointer(this), worker = m_worker] {
        const int pages = worker->open();
        QMetaObject::invokeMethod(qApp, [self, pages] {
            if (self)
                Q_EMIT self->opened(pages);
        });
    });
}

PdfReader::~PdfReader()
{
    ++m_wish->turn;
}

void PdfReader::render(int page, double width)
{
    const int turn = ++m_wish->turn;
    QMetaObject::invokeMethod(m_worker,
                              [self = QPointer(this), worker = m_worker, wish = m_wish, turn, page, width] {
                                  if (wish->turn != turn)
                                      return;
                                  const auto image = worker->render(page, width);
                                  QMetaObject::invokeMethod(qApp, [self, wish, turn, page, image] {
                                      if (self && wish->turn == turn)
                                          Q_EMIT self->rendered(page, image);
                                  });
                              });
}

} // namespace simiao::viewer

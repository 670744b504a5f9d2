#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>

#include <memory>

class QThread;

namespace simiao::viewer {

/// Reads and paints a PDF on a thread of its own: what comes from elsewhere may take as long as it likes. Its bytes are parsed in this
/// process all the same. Where the program was built without Qt PDF, none can be read. \thread that of its parent
class PdfReader : public QObject
{
    Q_OBJECT

public:
    explicit PdfReader(QByteArray bytes, QObject *parent = nullptr);
    /// Does not wait for a page that is being painted.
    ~PdfReader() override;

    /// Asks for a page; one that was asked for before and is not begun yet is not painted. \param page  from 0  \param width  pixels
    void render(int page, double width);

Q_SIGNALS:
    /// \param pages  0: it is none that can be read
    void opened(int pages);
    /// \param image  null: it cannot be painted, or is larger than any screen
    void rendered(int page, const QImage &image);

private:
    class Worker;
    struct Wish;

    std::shared_ptr<Wish> m_wish;
    QThread *m_thread;
    Worker *m_worker;
};

} // namespace simiao::viewer

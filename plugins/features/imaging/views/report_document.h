#pragma once

#include "ui/widgets/themed_widget.h"
#include "workflow/ports/imaging_objects.h"

#include <QImage>

#include <memory>

class QBuffer;
class QPrinter;
class QPdfDocument;

namespace simiao::viewer {

/// An encapsulated document: a PDF page by page where the program was built to draw them, else its name and what can be done.
class ReportDocument : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit ReportDocument(QWidget *parent = nullptr);
    ~ReportDocument() override;

    void setDocument(const workflow::EncapsulatedDocument &document);
    const workflow::EncapsulatedDocument &document() const { return m_document; }
    /// Its pages are drawn.
    bool isDrawn() const { return m_pages > 0; }
    QString text() const;
    void leaf(int pages);
    void zoomBy(double factor);

    QSize sizeHint() const override { return {420, 594}; }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void render();
    void scroll(int by);
    QString words() const;

    workflow::EncapsulatedDocument m_document;
    std::unique_ptr<QBuffer> m_bytes;
    std::unique_ptr<QPdfDocument> m_pdf;
    QImage m_image;
    int m_pages = 0;
    int m_page = 0;
    double m_zoom = 1; ///< 1: the page's width fits
    int m_top = 0;     ///< px scrolled down
};

} // namespace simiao::viewer

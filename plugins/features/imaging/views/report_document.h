#pragma once

#include "ui/widgets/themed_widget.h"
#include "workflow/ports/imaging_objects.h"

#include <QImage>

#include <memory>

namespace simiao::viewer {

class PdfReader;

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

    /// The page as it is seen; null while it is painted for the first time.
    const QImage &picture() const { return m_image; }

    QSize sizeHint() const override { return {420, 594}; }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void takePages(int pages);
    void takeImage(int page, const QImage &image);
    void render();
    void scroll(int by);
    QString words() const;

    workflow::EncapsulatedDocument m_document;
    std::unique_ptr<PdfReader> m_pdf;
    bool m_isOpening = false;
    QImage m_image;
    int m_pages = 0;
    int m_page = 0;
    double m_zoom = 1; ///< 1: the page's width fits
    int m_top = 0;     ///< px scrolled down
};

} // namespace simiao::viewer

#pragma once

#include "document/print/page.h"
#include "ui/widgets/themed_widget.h"

#include <QImage>

namespace simiao::admin {

/// One page as it will lie on the paper, as large as there is room.
class PagePreview : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// \param what  for screen readers
    void setPage(const document::PageSetup &setup, const document::PagePaint &paint, const QString &what);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    double dotsPerMm() const;
    void render();

    document::PageSetup m_setup;
    document::PagePaint m_paint;
    QImage m_image;
};

} // namespace simiao::admin

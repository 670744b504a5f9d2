#pragma once

#include "ui/widgets/themed_widget.h"

#include <QImage>

namespace simiao::viewer {

/// A page as it will lie on the paper, as large as there is room. Page Up and Page Down turn the pages.
class PrintPreview : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit PrintPreview(QWidget *parent = nullptr);

    /// \param what  for screen readers
    void setPage(const QImage &page, const QString &what);
    const QImage &page() const { return m_page; }

    QSize sizeHint() const override { return {440, 560}; }
    QSize minimumSizeHint() const override { return {220, 240}; }

Q_SIGNALS:
    void turned(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QImage m_page;
    QImage m_fitted; ///< m_page in the dots of this screen
};

} // namespace simiao::viewer

#pragma once

#include "core/error.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace simiao::shell {

/// What somebody should know before anybody logs in: settings that could not be read, a clock that is behind. Floats at the top of
/// the page it lies on, moves nothing, and stays until each is dismissed.
class StartNotices : public QWidget
{
    Q_OBJECT

public:
    /// \param page  it floats over it, and goes with it
    StartNotices(std::vector<Error> findings, QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void dismiss(std::size_t finding);
    void place();

    std::vector<Error> m_findings;
    QVBoxLayout *m_column;
};

} // namespace simiao::shell

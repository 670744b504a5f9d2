#include "imaging/views/identity_line.h"

#include "imaging/models/identity_words.h"
#include "workflow/diagnostics/attach_study.h"

#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace simiao::viewer {

namespace {

/// Those among them: she herself is not named among the others.
std::vector<workflow::ImageSeries> thoseWho(workflow::ImageIdentity are,
                                            const std::vector<workflow::ImageSeries> &series,
                                            const administration::Patient &patient)
{
    std::vector<workflow::ImageSeries> those;
    std::ranges::copy_if(series, std::back_inserter(those), [&](const workflow::ImageSeries &one) {
        return workflow::identityOf({one}, patient) == are;
    });
    return those;
}

} // namespace

std::optional<ui::Notice> IdentityLine::noticeFor(const std::vector<workflow::ImageSeries> &series,
                                                  const administration::Patient &patient)
{
    using enum workflow::ImageIdentity;
    if (const auto others = thoseWho(Different, series, patient); !others.empty())
        return ui::Notice{ui::Severity::Block,
                          tr("Images of another patient"),
                          tr("The images: %1").arg(namedInImages(others)),
                          tr("This visit: %1").arg(namedOnRecord(patient)),
                          {}};
    if (!thoseWho(Unlabelled, series, patient).empty())
        return ui::Notice{ui::Severity::Warn,
                          tr("Unlabelled images"),
                          tr("They name no patient. Check that they belong to %1.").arg(patient.name),
                          {},
                          {}};
    if (const auto others = thoseWho(OtherNumber, series, patient); !others.empty())
        return ui::Notice{ui::Severity::Note,
                          tr("Images with another number"),
                          tr("The images: %1").arg(namedInImages(others)),
                          tr("This visit: %1").arg(namedOnRecord(patient)),
                          {}};
    return std::nullopt;
}

IdentityLine::IdentityLine(QWidget *parent)
    : QWidget(parent)
    , m_line(new ui::NoticeLine)
{
    constexpr int kAir = 4;
    m_line->setObjectName(QStringLiteral("imaging.identity"));
    auto *aired = new QVBoxLayout(this);
    aired->setContentsMargins(kAir, kAir, kAir, kAir);
    aired->addWidget(m_line);
    hide();
}

void IdentityLine::setNotice(const std::optional<ui::Notice> &notice)
{
    setVisible(notice.has_value());
    if (notice)
        m_line->setNotice(*notice);
}

QString IdentityLine::text() const
{
    return isHidden() ? QString() : m_line->accessibleName();
}

} // namespace simiao::viewer

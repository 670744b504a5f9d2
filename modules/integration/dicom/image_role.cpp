#include "integration/dicom/image_role.h"

namespace simiao::dicom {

using workflow::ImageRole;

ImageRole imageRole(const QString &second, const QString &third)
{
    if (third == QLatin1String("LOCALIZER"))
        return ImageRole::Localizer;
    return second == QLatin1String("SECONDARY") ? ImageRole::Secondary : ImageRole::Picture;
}

} // namespace simiao::dicom

//! The engine's messages, without its picture of the source.

/// What the engine complains about, taken from its message, which has a picture of the source:
/// `--> file:line:column`, quoted lines with `|`, and `error: …`.
#[derive(Debug)]
pub(super) struct Complaint {
    /// Where in the rules.
    pub place: Option<Place>,
    /// What is wrong, in one line.
    pub message: String,
}

/// A place in a Rego file. Columns are those of rules with their imports written out, and say nothing.
#[derive(Debug)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
}

impl Complaint {
    /// Reads the engine's message.
    pub fn read(whole: &str) -> Self {
        let mut place = None;
        let mut said: Vec<String> = Vec::new();
        for line in whole
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !is_picture(line))
        {
            match line.strip_prefix("--> ") {
                Some(arrow) if place.is_none() && said.is_empty() => place = Place::read(arrow),
                Some(arrow) => said.push(match Place::read(arrow) {
                    Some(further) => further.to_string(),
                    None => arrow.to_owned(),
                }),
                None => said.push(line.strip_prefix("error: ").unwrap_or(line).to_owned()),
            }
        }
        Self {
            place,
            message: said.join(" "),
        }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Place {
    fn read(arrow: &str) -> Option<Self> {
        let mut parts = arrow.rsplitn(3, ':');
        let _column: usize = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let file = parts.next()?.to_owned();
        Some(Self { file, line })
    }
}

/// Whether a line is part of the picture: `12 | source` or `| ^`.
fn is_picture(line: &str) -> bool {
    line.trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start()
        .starts_with('|')
}

#[cfg(test)]
mod tests {
    use super::Complaint;

    #[test]
    fn takes_the_place_and_leaves_the_picture() {
        let message = "\n--> a.rego:6:1\n  |\n6 | x := 2 if true\n  | ^\nerror: rule conflicts with rule at a.rego:5:1";
        assert_eq!(
            Complaint::read(message).to_string(),
            "a.rego:6: rule conflicts with rule at a.rego:5:1"
        );
    }

    #[test]
    fn keeps_further_places() {
        let message = "\n--> a.rego:3:1\n  |\n3 | x := y\n  | ^\nerror: recursion detected:\n--> b.rego:4:1\n  |\n4 | y := x\n  | ^\ndepends on: cyclic evaluation";
        assert_eq!(
            Complaint::read(message).to_string(),
            "a.rego:3: recursion detected: b.rego:4 depends on: cyclic evaluation"
        );
    }

    #[test]
    fn takes_a_message_without_a_place_as_it_is() {
        assert_eq!(
            Complaint::read("not a valid rule path").to_string(),
            "not a valid rule path"
        );
    }
}
